/* The manager's reason for refusing a file, in plain words: what is wrong and what to do (dialect §2 to §5). */

/** Hyphens and dashes that look like the one on the keyboard, pasted from a web page. */
const LOOK_ALIKE = /[\u2010-\u2015\u2212]/;

const HINTS: Record<string, string> = {
  agent_config: 'It belongs in agent.conf, where active responses are never read.',
  rule_id: 'Did you mean rules_id?',
  rule_group: 'Did you mean rules_group?',
  rules_groups: 'Did you mean rules_group?',
  agent_group: 'Responses cannot be limited to a group of agents.',
  ca_verification: 'It is an option of agents; a manager does not accept it.',
  activeresponse: 'Did you mean active-response?',
  active_response: 'Did you mean active-response?',
};

/** `section` is the block it stands in. */
export function explainRefusal(message: string, section: string): string {
  const code = /^\((\d+)\)/.exec(message)?.[1];
  const name = /'(.*?)'/s.exec(message)?.[1] ?? '';
  if (code === '1230') return explainElement(name, section);
  if (code === '1235') {
    const wants =
      name === 'level'
        ? 'a number from 1 to 16'
        : name === 'name'
          ? 'a name that does not begin with !'
          : 'exactly yes or no';
    return `<${name}> must be ${wants}, without blanks.`;
  }
  if (code === '1280') return 'A command needs both a name and an executable.';
  if (code === '1281')
    return 'A response needs a command and a location. A block without them belongs in the file of an agent.';
  return 'Correct the block.';
}

function explainElement(name: string, section: string): string {
  if (LOOK_ALIKE.test(name)) return `<${name}> holds a dash that only looks like a hyphen. Type it again.`;
  if (name === section && (name === 'active-response' || name === 'command')) {
    return `An empty <${name}> is not allowed. Remove it.`;
  }
  const hint = HINTS[name.toLowerCase()];
  const lower = name.toLowerCase() !== name ? 'Tag names are written in lower case.' : 'Check its spelling and place.';
  return `<${name}> may not stand here, or may not be empty. ${hint ?? lower}`;
}
