import { expect, test } from 'vitest';
import { parseXml } from '../ossec/syntax/parse-xml.ts';
import { secretSpans } from './mask-secrets.ts';

const secrets = (text: string) => secretSpans(parseXml(text)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['<cluster><key>c0ffee</key></cluster>', ['c0ffee']],
  [
    '<integration><hook_url> https://hooks.example/T1 </hook_url><api_key>k</api_key></integration>',
    ['https://hooks.example/T1', 'k'],
  ],
  ['<database_output><password>p</password></database_output>', ['p']],
  ['<wodle name="aws-s3"><bucket><access_key>A</access_key><secret_key>S</secret_key></bucket></wodle>', ['A', 'S']],
  ['<github><api_auth><api_token>t</api_token></api_auth></github>', ['t']],
  ['<office365><api_auth><client_secret>s</client_secret></api_auth></office365>', ['s']],
  ['<x password="p" name="n"/>', ['p']],
])('%s hides %j', (text, expected) => {
  expect(secrets(`<ossec_config>${text}</ossec_config>`)).toEqual(expected);
});

test('switches, paths and empty values stay readable', () => {
  const text =
    '<ossec_config><auth><use_password>no</use_password><ssl_manager_key>etc/sslmanager.key</ssl_manager_key></auth>' +
    '<cluster><key></key></cluster><command><name>key</name></command></ossec_config>';
  expect(secrets(text)).toEqual([]);
});

test('a secret inside a comment is hidden, too', () => {
  expect(secrets('<ossec_config><!-- <key>old</key> <level>7</level> --></ossec_config>')).toEqual(['old']);
});

test('a secret behind a syntax error is hidden, too', () => {
  expect(secrets('<ossec_config><a></b><key>late</key></ossec_config>')).toEqual(['late']);
});
