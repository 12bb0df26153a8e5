/*
 * What to do on an endpoint so that a response can run there, per system: exact paths, rights and commands (wazuh-facts §4.1,
 * §4.5). Pure words; knows nothing of a given host.
 */

export const ENDPOINT_SYSTEMS = ['linux', 'macos', 'windows'] as const;
export type EndpointSystem = (typeof ENDPOINT_SYSTEMS)[number];

export type GuideStep = {
  title: string;
  text: string;
  /** Lines to copy; the prompt is not part of them. */
  commands: { prompt: string; line: string }[];
};

export type EndpointGuide = {
  system: EndpointSystem;
  words: string;
  scripts: string;
  runLog: string;
  agentLog: string;
  runsAs: string;
  steps: GuideStep[];
};

const ROOT = { linux: '/var/ossec', macos: '/Library/Ossec' } as const;
const WINDOWS = 'C:\\Program Files (x86)\\ossec-agent';

/** A line as it would be received on standard input, to try a script by hand. TEST-NET address, never a real one. */
const TRY_ADD = '{"version":1,"command":"add","parameters":{"extra_args":[],"alert":{"data":{"srcip":"192.0.2.1"}}}}';
const TRY_CONTINUE = '{"version":1,"command":"continue","parameters":{}}';

const root = (line: string) => ({ prompt: '#', line });
const input = (line: string) => ({ prompt: '>', line });
const shell = (line: string) => ({ prompt: 'PS>', line });

function unixSteps(system: 'linux' | 'macos', script: string): GuideStep[] {
  const dir = `${ROOT[system]}/active-response/bin`;
  const group = 'wazuh';
  return [
    {
      title: 'Put the script on every agent that should run it',
      text: 'Name it exactly like the executable in the command. Wazuh does not copy it for you. For location server, put it on the manager.',
      commands: [root(`cp ${script} ${dir}/`)],
    },
    {
      title: 'Let Wazuh run it, and nobody else change it',
      text: `wazuh-execd runs it as root. Owner root, group ${group}, no access for others.`,
      commands: [root(`chmod 750 ${dir}/${script}`), root(`chown root:${group} ${dir}/${script}`)],
    },
    {
      title: 'Try it by hand',
      text: 'It reads one line of JSON, asks whether it may go on, and waits for a second line. A script that reads to the end of its input hangs wazuh-execd.',
      commands: [root(`${dir}/${script}`), input(TRY_ADD), input(TRY_CONTINUE)],
    },
    {
      title: 'Make the agent read its commands again',
      text: 'An agent that already knows the command keeps what it read at its start.',
      commands: [root(`${ROOT[system]}/bin/wazuh-control restart`)],
    },
    {
      title: 'Watch it work',
      text: 'Every run is logged on the machine that ran it.',
      commands: [root(`tail -f ${ROOT[system]}/logs/active-responses.log`)],
    },
  ];
}

function windowsSteps(script: string): GuideStep[] {
  const dir = `${WINDOWS}\\active-response\\bin`;
  return [
    {
      title: 'Put the script on every agent that should run it',
      text: 'Name it exactly like the executable in the command, with its extension: .exe, .bat or .cmd. Python and PowerShell need a .cmd launcher.',
      commands: [shell(`Copy-Item .\\${script} "${dir}\\"`)],
    },
    {
      title: 'Let only administrators change it',
      text: 'The Wazuh service runs it as LocalSystem.',
      commands: [shell(`icacls "${dir}\\${script}" /inheritance:r /grant:r "*S-1-5-18:(RX)" "*S-1-5-32-544:(F)"`)],
    },
    {
      title: 'Try it by hand',
      text: 'It reads one line of JSON, asks whether it may go on, and waits for a second line.',
      commands: [shell(`& "${dir}\\${script}"`), input(TRY_ADD), input(TRY_CONTINUE)],
    },
    {
      title: 'Make the agent read its commands again',
      text: 'An agent that already knows the command keeps what it read at its start.',
      commands: [shell('Restart-Service -Name WazuhSvc')],
    },
    {
      title: 'Watch it work',
      text: 'Every run is logged on the machine that ran it. Windows Firewall must be on for netsh.exe to have an effect.',
      commands: [shell(`Get-Content -Wait "${WINDOWS}\\active-response\\active-responses.log"`)],
    },
  ];
}

/** The steps for a script on a system, with its name filled in. */
export function endpointGuide(system: EndpointSystem, script: string): EndpointGuide {
  if (system === 'windows') {
    return {
      system,
      words: 'Windows',
      scripts: `${WINDOWS}\\active-response\\bin`,
      runLog: `${WINDOWS}\\active-response\\active-responses.log`,
      agentLog: `${WINDOWS}\\ossec.log`,
      runsAs: 'LocalSystem',
      steps: windowsSteps(script),
    };
  }
  const base = ROOT[system];
  return {
    system,
    words: system === 'linux' ? 'Linux and Unix' : 'macOS',
    scripts: `${base}/active-response/bin`,
    runLog: `${base}/logs/active-responses.log`,
    agentLog: `${base}/logs/ossec.log`,
    runsAs: 'root',
    steps: unixSteps(system, script),
  };
}

/** Safe to put into a copied shell line: a plain file name, as the command form demands. */
export const isPlainFileName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(name);
