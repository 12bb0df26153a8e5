// Owns the configuration that the page benchmark serves: valid, as large as asked for, the same each time.
// Our own words; only the names of Wazuh's out-of-the-box scripts are theirs.

const COMMANDS = [
  ['firewall-drop', 'firewall-drop', true],
  ['host-deny', 'host-deny', true],
  ['route-null', 'route-null', true],
  ['win_route-null', 'route-null.exe', true],
  ['netsh', 'netsh.exe', true],
  ['disable-account', 'disable-account', true],
  ['restart-wazuh', 'restart-wazuh', false],
  ['slack-notify', 'slack-notify.py', false],
  ['yara_linux', 'yara.sh', false],
];
const GROUPS = ['sshd,', 'authentication_failed,', 'web,|attack,', 'syscheck,', 'sudo,', 'invalid_login,'];
const NOTES = ['The shop', 'Branch offices', 'Jump hosts', 'Build farm', 'Mail and calendar'];

/** The text of an ossec.conf with that many active responses. */
export function benchConfig(responseCount) {
  const responses = Array.from({ length: responseCount }, (_, at) => response(at));
  return `<!-- Made for measuring: ${responseCount} active responses -->
<ossec_config>
  <global>
    <jsonout_output>yes</jsonout_output>
    <alerts_log>yes</alerts_log>
    <white_list>127.0.0.1</white_list>
    <white_list>10.20.9.0/24</white_list>
  </global>

${COMMANDS.map(command).join('\n')}
${responses.join('\n')}</ossec_config>
`;
}

function command([name, executable, timeoutAllowed]) {
  return block('command', [
    ['name', name],
    ['executable', executable],
    ['timeout_allowed', timeoutAllowed ? 'yes' : 'no'],
  ]);
}

function response(at) {
  const [name, , timeoutAllowed] = COMMANDS[at % COMMANDS.length];
  const trigger = [
    [['rules_id', `${5500 + (at % 300)},${5800 + (at % 90)}`]],
    [['level', String(6 + (at % 10))]],
    [
      ['level', String(5 + (at % 8))],
      ['rules_group', GROUPS[at % GROUPS.length]],
    ],
    [['rules_group', GROUPS[at % GROUPS.length]]],
  ][at % 4];
  const place = [
    [['location', 'local']],
    [['location', 'server']],
    [
      ['location', 'defined-agent'],
      ['agent_id', String(1 + (at % 12)).padStart(3, '0')],
    ],
    [['location', 'all']],
  ][(at >> 2) % 4];
  const note = at % 25 === 0 ? `  <!-- ${NOTES[(at / 25) % NOTES.length]} -->\n` : '';
  const off = at % 17 === 16 ? [['disabled', 'yes']] : [];
  const timeout = timeoutAllowed && at % 5 !== 4 ? [['timeout', String(300 * (1 + (at % 12)))]] : [];
  return note + block('active-response', [...off, ['command', name], ...place, ...trigger, ...timeout]);
}

function block(tag, fields) {
  const lines = fields.map(([name, value]) => `    <${name}>${value}</${name}>\n`);
  return `  <${tag}>\n${lines.join('')}  </${tag}>\n`;
}
