/* The manager sends nothing for an alert whose address or user has characters it does not expect (wazuh-facts §2.3). */

const ADDRESS = /^[a-zA-Z.:_0-9-]*$/;
const USER = /^[a-zA-Z._0-9@?-]*$/;

/** Would analysisd refuse to run a response for it? */
export const isRefused = ({ srcip, user }: { srcip: string | null; user: string | null }): boolean =>
  !ADDRESS.test(srcip ?? '') || !USER.test(user ?? '');
