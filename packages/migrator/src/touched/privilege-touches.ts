import type { Family } from './family.ts';
import { changesObject } from './object-of.ts';
import { anything, changes, type Touch } from './touch.ts';

/** Roles, owners and grants. */
export const privilegeTouches: Family = (node, tableOf) => {
  if ('GrantStmt' in node) {
    const { targtype, objtype, objects = [] } = node.GrantStmt;
    if (targtype !== 'ACL_TARGET_OBJECT') return [anything('GRANT or REVOKE on everything in a schema')];
    return objects.flatMap((object) => changesObject(objtype, object, tableOf));
  }
  if ('AlterDefaultPrivilegesStmt' in node) return [anything('ALTER DEFAULT PRIVILEGES changes what is made after it')];
  if ('AlterOwnerStmt' in node) return changesObject(node.AlterOwnerStmt.objectType, node.AlterOwnerStmt.object, tableOf);
  if ('CreateRoleStmt' in node) return [role(node.CreateRoleStmt.role)];
  if ('AlterRoleStmt' in node) return [role(node.AlterRoleStmt.role?.rolename)];
  if ('AlterRoleSetStmt' in node) return [role(node.AlterRoleSetStmt.role?.rolename)];
  if ('DropRoleStmt' in node)
    return (node.DropRoleStmt.roles ?? []).flatMap((item) => ('RoleSpec' in item ? [role(item.RoleSpec.rolename)] : []));
  if ('GrantRoleStmt' in node) {
    const { granted_roles: granted = [], grantee_roles: grantees = [] } = node.GrantRoleStmt;
    return [
      ...granted.flatMap((item) => ('AccessPriv' in item ? [role(item.AccessPriv.priv_name)] : [])),
      ...grantees.flatMap((item) => ('RoleSpec' in item ? [role(item.RoleSpec.rolename)] : [])),
    ];
  }
  return null;
};

function role(name: string | undefined): Touch {
  return changes({ kind: 'role', schema: null, name: name ?? '' });
}
