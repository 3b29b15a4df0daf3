/** A sound CIB, in whose sections a test puts what it is about. */
export const cibOf = ({
  schema = "pacemaker-3.9",
  properties = "",
  nodes = "",
  resources = "",
  constraints = "",
  more = "",
}: Readonly<
  Record<string, string>
> = {}): string => `<cib validate-with="${schema}" admin_epoch="0" epoch="1" num_updates="0">
  <configuration>
    <crm_config>
      <cluster_property_set id="cib-bootstrap-options">${properties}</cluster_property_set>
    </crm_config>
    <nodes>${nodes}</nodes>
    <resources>
      <primitive id="fence" class="stonith" type="fence_xvm"/>
      <primitive id="web" class="systemd" type="nginx">
        <operations><op id="web-monitor" name="monitor" interval="20s" timeout="100s"/></operations>
      </primitive>${resources}
    </resources>
    <constraints>${constraints}</constraints>${more}
  </configuration>
</cib>
`;
