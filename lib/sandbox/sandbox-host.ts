/*
 * Owns where the sandbox's host claims to be: made up, so that what is said of it does not depend on the machine below. The
 * white list of the sandbox covers all of it.
 */
import type { HostAddresses } from '../manager/manager.ts';

export const sandboxHost: HostAddresses = {
  interfaces: ['10.20.9.10'],
  gateways: ['10.20.9.1'],
  nameServers: ['10.20.9.53'],
};
