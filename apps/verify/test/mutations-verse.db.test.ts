import { tryMutations } from './try-mutations.ts';

tryMutations('verse');
