/* Does a program act on the address of an alert? What comes with Wazuh is known; one of your own may. Pure. */
import { stockKindOf } from '../../ossec/findings/stock-commands.ts';

export const actsOnAddress = (executable: string): boolean => {
  const stock = stockKindOf(executable);
  return stock === null || stock.needs === 'srcip';
};
