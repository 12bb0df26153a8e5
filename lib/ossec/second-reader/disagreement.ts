/* What a disagreement between Wazuh's reader and the XML tools around it is, and how it is said. */

/** Who reads a manager's ossec.conf besides the manager: PUT /manager/configuration, xmllint, Ansible's xml module. */
export type Tool = 'api' | 'xmllint' | 'ansible';

export type DisagreementKind =
  | 'only-wazuh-refuses'
  | 'not-utf-8'
  | 'several-roots'
  | 'text-outside-roots'
  | 'wazuh-comment'
  | 'comment-dashes'
  | 'bare-ampersand'
  | 'entity'
  | 'not-well-formed'
  | 'other-value'
  | 'other-blocks';

export type Disagreement = {
  kind: DisagreementKind;
  line: number | null;
  message: string;
  /** The tools that refuse or misread the file for this. */
  tools: readonly Tool[];
};

export const EVERY_TOOL = ['api', 'xmllint', 'ansible'] as const satisfies readonly Tool[];
/** The API mends these before it looks. */
export const STRICT_TOOLS = ['xmllint', 'ansible'] as const satisfies readonly Tool[];

const NAMES: Record<Tool, string> = { api: 'the Wazuh API', xmllint: 'xmllint', ansible: 'Ansible’s xml module' };

/** "the Wazuh API, xmllint and Ansible’s xml module" */
export function nameTools(tools: readonly Tool[]): string {
  const names = tools.map((tool) => NAMES[tool]);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
