/*
 * Owns which Wazuh version the sandbox says it is.
 * Everything that shows a version in the sandbox asks here.
 */

/** As wazuh-control prints it. */
export const sandboxVersion = 'v4.14.7';
