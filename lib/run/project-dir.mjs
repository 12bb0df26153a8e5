// Owns where the checkout is. Every path of the run scripts starts here, so they work from any current directory.
import { fileURLToPath } from 'node:url';

export const projectDir = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
