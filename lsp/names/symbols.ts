import { SymbolKind } from "vscode-languageserver-types";

const kinds: Readonly<Record<string, SymbolKind>> = {
  node: SymbolKind.Module,
  "pacemaker/id": SymbolKind.Object,
  "haproxy/frontend": SymbolKind.Interface,
  "haproxy/backend": SymbolKind.Class,
  "haproxy/server": SymbolKind.Object,
  "haproxy/acl": SymbolKind.Boolean,
  "haproxy/table": SymbolKind.Array,
  "keepalived/vrrp_instance": SymbolKind.Class,
  "keepalived/vrrp_script": SymbolKind.Function,
  "keepalived/track_file": SymbolKind.File,
  "keepalived/vrrp_sync_group": SymbolKind.Array,
  "keepalived/track_group": SymbolKind.Array,
  "keepalived/virtual_server_group": SymbolKind.Array,
  "drbd/resource": SymbolKind.Class,
  "ocfs2/cluster": SymbolKind.Package,
};

/** How an editor draws a thing of this kind. */
export const symbolKind = (space: string): SymbolKind => kinds[space] ?? SymbolKind.Struct;
