/** Types generated for queries found in "backfills/shelf-fingerprints/work-keys.sql" */

export type numberArray = (number)[];

/** 'WorkKeys' parameters type */
export interface IWorkKeysParams {
  keys: numberArray;
}

/** 'WorkKeys' return type */
export type IWorkKeysResult = void;

/** 'WorkKeys' query type */
export interface IWorkKeysQuery {
  params: IWorkKeysParams;
  result: IWorkKeysResult;
}
