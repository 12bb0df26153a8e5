/*
 * Owns which family an agent's operating system belongs to: the families differ in the scripts they can run.
 * An unfamiliar name stays 'unknown' rather than being guessed.
 */
import type { AgentSystem } from '../manager.ts';

const linux = new Set([
  ...['alma', 'almalinux', 'alpine', 'amazon', 'amzn', 'arch', 'centos', 'debian', 'fedora', 'gentoo', 'kali', 'linux'],
  ...['linuxmint', 'manjaro', 'nixos', 'ol', 'opensuse', 'opensuse-leap', 'opensuse-tumbleweed', 'oracle', 'photon'],
  ...['raspbian', 'rhel', 'rocky', 'sled', 'slackware', 'sles', 'suse', 'ubuntu', 'void'],
]);
const unix = new Set(['aix', 'sunos', 'solaris', 'hp-ux', 'hpux', 'freebsd', 'openbsd', 'netbsd', 'bsd']);

type SystemFacts = { platform: string | null; name: string | null; uname: string | null };

/** From os_platform ("ubuntu", "windows", "darwin"), else from the kernel's name in os_uname. */
export function classifySystem({ platform, name, uname }: SystemFacts): AgentSystem {
  const known = platform?.toLowerCase() ?? '';
  if (known === 'windows' || /windows/i.test(name ?? '')) return 'windows';
  if (known === 'darwin' || known === 'macos') return 'macos';
  if (linux.has(known)) return 'linux';
  if (unix.has(known)) return 'unix';
  if (/^linux\b/i.test(uname ?? '')) return 'linux';
  if (/^darwin\b/i.test(uname ?? '')) return 'macos';
  return /bsd|aix|sunos|hp-ux/i.test(uname ?? '') ? 'unix' : 'unknown';
}
