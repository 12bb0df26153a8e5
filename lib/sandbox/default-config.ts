/*
 * Owns the sandbox's ossec.conf: a lived-in configuration of a 4.14 manager, in our own words and order.
 * Refuses to be the product's default file; it only has to be believable and accepted by Wazuh's reader.
 */

/** Two roots, two <global> blocks, comments, own commands and eight active responses with something to find in them. */
export const defaultConfig = `<!--
  Manager wazuh-sandbox, version 4.14.
  Kept by the security team: say in the change log what you did and why.
-->

<ossec_config>
  <global>
    <jsonout_output>yes</jsonout_output>
    <alerts_log>yes</alerts_log>
    <logall>no</logall>
    <logall_json>no</logall_json>
    <email_notification>no</email_notification>
    <agents_disconnection_time>15m</agents_disconnection_time>
    <agents_disconnection_alert_time>0</agents_disconnection_alert_time>
    <update_check>no</update_check>
  </global>

  <!-- Alerts from level 3 on are written down, nothing is mailed -->
  <alerts>
    <log_alert_level>3</log_alert_level>
    <email_alert_level>12</email_alert_level>
  </alerts>

  <!-- Where agents connect -->
  <remote>
    <connection>secure</connection>
    <port>1514</port>
    <protocol>tcp</protocol>
    <queue_size>131072</queue_size>
  </remote>

  <auth>
    <disabled>no</disabled>
    <port>1515</port>
    <use_source_ip>no</use_source_ip>
    <purge>yes</purge>
    <use_password>no</use_password>
    <ssl_verify_host>no</ssl_verify_host>
    <ssl_manager_cert>etc/sslmanager.cert</ssl_manager_cert>
    <ssl_manager_key>etc/sslmanager.key</ssl_manager_key>
    <ssl_auto_negotiate>no</ssl_auto_negotiate>
  </auth>

  <!-- One manager, no cluster -->
  <cluster>
    <name>wazuh</name>
    <node_name>node01</node_name>
    <node_type>master</node_type>
    <key></key>
    <port>1516</port>
    <bind_addr>0.0.0.0</bind_addr>
    <nodes>
      <node>NODE_IP</node>
    </nodes>
    <hidden>no</hidden>
    <disabled>yes</disabled>
  </cluster>

  <!-- What the manager looks for on its own host -->
  <rootcheck>
    <disabled>no</disabled>
    <check_files>yes</check_files>
    <check_trojans>yes</check_trojans>
    <check_dev>yes</check_dev>
    <check_ports>yes</check_ports>
    <frequency>43200</frequency>
    <rootkit_files>etc/rootcheck/rootkit_files.txt</rootkit_files>
    <rootkit_trojans>etc/rootcheck/rootkit_trojans.txt</rootkit_trojans>
    <skip_nfs>yes</skip_nfs>
  </rootcheck>

  <wodle name="syscollector">
    <disabled>no</disabled>
    <interval>1h</interval>
    <scan_on_start>yes</scan_on_start>
    <hardware>yes</hardware>
    <os>yes</os>
    <network>yes</network>
    <packages>yes</packages>
    <ports all="yes">yes</ports>
    <processes>yes</processes>
  </wodle>

  <sca>
    <enabled>yes</enabled>
    <scan_on_start>yes</scan_on_start>
    <interval>12h</interval>
    <skip_nfs>yes</skip_nfs>
  </sca>

  <syscheck>
    <disabled>no</disabled>
    <frequency>43200</frequency>
    <scan_on_start>yes</scan_on_start>
    <alert_new_files>yes</alert_new_files>
    <!-- The shop's code is watched as it changes, the rest twice a day -->
    <directories realtime="yes">/srv/shop</directories>
    <directories>/etc,/usr/bin,/usr/sbin,/boot</directories>
    <ignore>/etc/mtab</ignore>
    <ignore>/etc/hosts.deny</ignore>
    <ignore type="sregex">.log$|.swp$</ignore>
    <nodiff>/etc/ssl/private.key</nodiff>
    <skip_nfs>yes</skip_nfs>
    <max_eps>50</max_eps>
  </syscheck>

  <ruleset>
    <decoder_dir>ruleset/decoders</decoder_dir>
    <rule_dir>ruleset/rules</rule_dir>
    <rule_exclude>0215-policy_rules.xml</rule_exclude>
    <list>etc/lists/audit-keys</list>
    <decoder_dir>etc/decoders</decoder_dir>
    <rule_dir>etc/rules</rule_dir>
  </ruleset>

  <!-- Disk space; this "command" is a log source, not an active response -->
  <localfile>
    <log_format>command</log_format>
    <command>df -P</command>
    <frequency>360</frequency>
  </localfile>

  <!-- Addresses that no response may ever touch -->
  <global>
    <white_list>127.0.0.1</white_list>
    <white_list>^localhost.localdomain$</white_list>
    <white_list>10.20.9.0/24</white_list>
  </global>

  <!-- Commands that come with Wazuh -->
  <command>
    <name>disable-account</name>
    <executable>disable-account</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <command>
    <name>restart-wazuh</name>
    <executable>restart-wazuh</executable>
  </command>

  <command>
    <name>firewall-drop</name>
    <executable>firewall-drop</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <command>
    <name>host-deny</name>
    <executable>host-deny</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <command>
    <name>route-null</name>
    <executable>route-null</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <command>
    <name>win_route-null</name>
    <executable>route-null.exe</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <command>
    <name>netsh</name>
    <executable>netsh.exe</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <!-- Our own commands -->
  <command>
    <name>slack-notify</name>
    <executable>slack-notify.py</executable>
    <extra_args>--channel security --quiet-hours no</extra_args>
    <timeout_allowed>no</timeout_allowed>
  </command>

  <command>
    <name>yara_linux</name>
    <executable>yara.sh</executable>
    <extra_args>-yara_path /usr/local/bin -yara_rules /opt/yara/rules.yar</extra_args>
  </command>

  <!-- Active responses, the oldest first -->
  <active-response>
    <command>host-deny</command>
    <location>local</location>
    <level>7</level>
    <timeout>600</timeout>
  </active-response>

  <!-- Web scans and web attacks: blocked everywhere for a day -->
  <active-response>
    <command>firewall-drop</command>
    <location>all</location>
    <rules_id>31151,31152,31153</rules_id>
    <timeout>86400</timeout>
  </active-response>

  <active-response>
    <command>disable-account</command>
    <location>local</location>
    <rules_id>40112</rules_id>
    <timeout>3600</timeout>
  </active-response>

  <!-- Windows: many failed logons -->
  <active-response>
    <command>win_route-null</command>
    <location>local</location>
    <rules_id>60204</rules_id>
    <timeout>900</timeout>
  </active-response>

  <!-- Tell the team -->
  <active-response>
    <command>slack-notify</command>
    <location>server</location>
    <level>12</level>
  </active-response>

  <!-- The old gateway -->
  <active-response>
    <command>firewall-drop</command>
    <location>defined-agent</location>
    <agent_id>031</agent_id>
    <level>8</level>
    <rules_group>sshd,</rules_group>
    <timeout>1800</timeout>
  </active-response>

  <active-response>
    <command>yara_linux</command>
    <location>local</location>
    <rules_id>550,554</rules_id>
  </active-response>

  <active-response>
    <command>netsh</command>
    <location>local</location>
    <level>16</level>
    <timeout>600</timeout>
  </active-response>
</ossec_config>

<!-- Logs of this host -->
<ossec_config>
  <localfile>
    <log_format>journald</log_format>
    <location>journald</location>
  </localfile>

  <localfile>
    <log_format>syslog</log_format>
    <location>/var/ossec/logs/active-responses.log</location>
  </localfile>
</ossec_config>
`;
