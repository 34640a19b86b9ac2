#!/usr/bin/env node
import module from 'node:module';

// Not a named import: Node 20 has no compile cache, and a missing name would stop it before the first line.
module.enableCompileCache?.();
await import('../dist/godwit.js');
