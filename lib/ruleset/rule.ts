/* A rule as far as responses and people need it, and all rules with what is asked of them often. Plain data. */

export type Rule = {
  id: number;
  level: number;
  /** The raw group string that patterns are searched in: "syslog,sshd,authentication_failed,". */
  groups: string;
  description: string;
  /** File name without its folder. */
  file: string;
  /** The rule never sets off a response, whatever it says of groups and level. */
  noAr: boolean;
  /** Another file replaced the rule's definition. */
  overwritten: boolean;
};

/** A group name and how many rules carry it; tags of compliance standards are marked, there are hundreds. */
export type GroupCount = {
  name: string;
  count: number;
  isCompliance: boolean;
  /** On some rule the name stands last, without a comma behind it: a pattern with the comma misses that rule. */
  isBare: boolean;
};

/** What could not be read; the rules before it are there. */
export type RuleFileProblem = { file: string; line: number; message: string };
