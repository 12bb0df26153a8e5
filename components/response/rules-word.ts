export const rulesWord = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'rule' : 'rules'}`;
