// Owns the configurations that bench-core.ts reads: made up, in our own words, with the mix of a manager that has grown.
// Deterministic: the same size is the same file.

const note = (n: number) => `  <!-- Batch ${n}: agreed with the network team, looked at every quarter. -->
  <!--
    What was tried before and did not help is kept here: longer lists of
    addresses, a shorter time, and a second program for the old hosts - see ticket ${4000 + n}.
  -->
`;

const command = (n: number) => `  <command>
    <name>block-${n}</name>
    <executable>block-${n}.sh</executable>
    <extra_args>--zone dmz-${n % 7} --quiet</extra_args>
    <timeout_allowed>yes</timeout_allowed>
  </command>

`;

const TRIGGERS = [
  (n: number) => `<rules_group>sshd,|team_${n},</rules_group>`,
  (n: number) => `<rules_id>${5700 + n}, ${31100 + n}</rules_id>`,
  (n: number) => `<level>${6 + (n % 9)}</level>\n    <rules_group>web_${n},</rules_group>`,
  (n: number) => `<level>${10 + (n % 6)}</level>`,
];

const response = (n: number) => `  <active-response>
    <!-- asked for by team ${n} -->
    <command>block-${n}</command>
    <location>${n % 5 === 0 ? 'server' : 'local'}</location>
    ${TRIGGERS[n % TRIGGERS.length]?.(n)}
    <timeout>${600 + n}</timeout>
  </active-response>

`;

const localfile = (n: number) => `  <localfile>
    <log_format>syslog</log_format>
    <location>/var/log/service-${n}/current.log</location>
  </localfile>

  <localfile>
    <log_format>full_command</log_format>
    <command>df -P | grep part-${n}</command>
    <alias>space on ${n}</alias>
    <frequency>360</frequency>
  </localfile>

`;

const syscheck = (n: number) => `  <syscheck>
    <disabled>no</disabled>
    <frequency>43200</frequency>
    <directories realtime="yes" report_changes="yes">/srv/data-${n},/opt/tools-${n}</directories>
    <ignore type="sregex">.log$|.swp$</ignore>
    <nodiff>/etc/keys-${n}</nodiff>
  </syscheck>

`;

const PARTS = [note, command, response, localfile, localfile, syscheck];

/** About `bytes` bytes of configuration that a manager accepts. */
export function benchFile(bytes: number): string {
  const head = `<!-- A manager's configuration -->
<ossec_config>
  <global>
    <jsonout_output>yes</jsonout_output>
    <white_list>127.0.0.1</white_list>
    <white_list>10.20.0.0/16</white_list>
  </global>

`;
  const pieces = [head];
  let length = head.length;
  for (let n = 0; length < bytes; n++) {
    const piece = PARTS.map((part) => part(n)).join('');
    pieces.push(piece);
    length += piece.length;
  }
  return `${pieces.join('')}</ossec_config>\n`;
}
