import type { FormScript } from '@/lib/forms/response-form-data';
import { STOCK_COMMANDS, type StockCommand } from '@/lib/ossec/findings/stock-commands';

export type ExecutableOption = { name: string } & (
  | { kind: 'file'; script: FormScript }
  | { kind: 'stock'; stock: StockCommand }
);

/** Files of the manager first, then what ships with Wazuh and is not among them. All words of the query must occur. */
export function executableOptions(scripts: readonly FormScript[] | null, query: string): ExecutableOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set((scripts ?? []).map(({ name }) => name));
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return [
    ...(scripts ?? [])
      .filter(({ name }) => fits(name))
      .map((script): ExecutableOption => ({ kind: 'file', name: script.name, script })),
    ...STOCK_COMMANDS.filter(({ executable, does }) => !found.has(executable) && fits(`${executable} ${does}`)).map(
      (stock): ExecutableOption => ({ kind: 'stock', name: stock.executable, stock }),
    ),
  ];
}
