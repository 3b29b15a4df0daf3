import type { Span } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";

/**
 * What a Pacemaker configuration says, whichever syntax says it: the CIB's XML and the crm shell build the same. Words
 * hold what is written, without quotes and entities; what several elements nest in XML stands flat here, tied by ids.
 * A thing without an id has an empty word at its keyword, marked as a hole, so that nothing takes it for a name.
 */
export interface Pacemaker {
  readonly syntax: "cib" | "crm";
  /** Every statement could be read and the text is a whole configuration, no piece to add: what is absent is really absent. */
  readonly whole: boolean;
  /** The `validate-with` of a CIB. */
  readonly validateWith?: Word;
  readonly properties: readonly NvSet[];
  readonly rscDefaults: readonly NvSet[];
  readonly opDefaults: readonly NvSet[];
  readonly nodes: readonly ClusterNode[];
  /** All primitives, also those inside groups, clones and bundles. */
  readonly primitives: readonly Primitive[];
  readonly templates: readonly Primitive[];
  readonly groups: readonly Group[];
  readonly clones: readonly Clone[];
  readonly bundles: readonly Bundle[];
  readonly locations: readonly Location[];
  readonly colocations: readonly Colocation[];
  readonly orders: readonly Order[];
  readonly tickets: readonly Ticket[];
  readonly fencingLevels: readonly FencingLevel[];
  readonly tags: readonly Tag[];
  readonly acls: readonly Acl[];
  readonly alerts: readonly Alert[];
}

/** Something that may carry an id of its own, and the statement that makes it. */
export interface Thing {
  readonly id: Word;
  readonly statement: Statement;
}

/** `name=value`: an `nvpair`, an attribute of an element, an option of the crm shell. */
export interface NvPair {
  readonly name: Word;
  /** Absent where the name stands alone. */
  readonly value?: Word;
  readonly statement: Statement;
  /** All of it: the `nvpair` element, or from the name to the value. What a fix deletes. */
  readonly at: Span;
}

/** `cluster_property_set`, `instance_attributes`, `meta_attributes`, `utilization`: one set of pairs. */
export interface NvSet {
  readonly id?: Word;
  /** The id of the set that stands here in its stead (`id-ref`): its pairs are that one's. */
  readonly idRef?: Word;
  readonly score?: Score;
  /** The set counts only where this holds. */
  readonly rule?: Rule;
  readonly pairs: readonly NvPair[];
  readonly statement: Statement;
  readonly at: Span;
}

/** A score as its syntax reads it: ±1,000,000 is infinity; no value where the word is no score, or a node attribute's name. */
export interface Score {
  readonly word: Word;
  readonly value?: number;
}

export interface ClusterNode extends Thing {
  /** `uname`: the host's name. The id of a crm node that has none besides its name is that name. */
  readonly name: Word;
  /** `member`, `ping`, `remote` …; absent: a member. */
  readonly type?: Word;
  readonly attributes: readonly NvSet[];
  readonly utilization: readonly NvSet[];
}

/** What all resources and templates have. */
export interface ResourceParts extends Thing {
  readonly description?: Word;
  readonly params: readonly NvSet[];
  readonly meta: readonly NvSet[];
}

/** A `primitive`, or a `template` that primitives may be made of. */
export interface Primitive extends ResourceParts {
  readonly kind: "primitive" | "template";
  /** `ocf`, `systemd`, `stonith` …; absent where a template tells. */
  readonly class?: Word;
  readonly provider?: Word;
  readonly type?: Word;
  /** The template's id. */
  readonly template?: Word;
  readonly ops: readonly Operation[];
  readonly utilization: readonly NvSet[];
}

export interface Operation {
  readonly id?: Word;
  /** The operation that stands here in its stead. */
  readonly idRef?: Word;
  readonly name: Word;
  /** `interval`, `timeout`, `on-fail`, `role` …: all but the name and the id, also those of its meta attributes. */
  readonly options: readonly NvPair[];
  readonly params: readonly NvSet[];
  readonly statement: Statement;
  readonly at: Span;
}

export interface Group extends ResourceParts {
  readonly kind: "group";
  /** The ids of its primitives, in their order. */
  readonly members: readonly Word[];
}

/** `clone`, and the old `master` (crm: `ms`), which is a promotable clone. */
export interface Clone extends ResourceParts {
  readonly kind: "clone";
  readonly element: "clone" | "master";
  /** The id of the primitive or group. */
  readonly child: Word;
}

export interface Bundle extends ResourceParts {
  readonly kind: "bundle";
  /** `docker`, `podman`, `rkt` with `image`, `replicas`, `network` …: the options of the container. */
  readonly container?: { readonly type: Word; readonly options: readonly NvPair[] };
  readonly network: readonly NvPair[];
  /** The id of the primitive that runs inside. */
  readonly child?: Word;
}

export type Resource = Primitive | Group | Clone | Bundle;

/** A resource as a constraint names it. */
export interface ResourceRef {
  readonly resource: Word;
  /** `Master`, `Promoted`, `Slave` …, of the resource or of the set that it stands in. */
  readonly role?: Word;
  /** `start`, `promote` …, of the resource or of the set that it stands in. */
  readonly action?: Word;
}

/** A `resource_set`; in the crm shell what stands between brackets, or a chain of names. */
export interface ResourceSet {
  readonly id?: Word;
  readonly idRef?: Word;
  readonly resources: readonly ResourceRef[];
  /** `sequential`, `require-all`, `score`, `kind`, `ordering` …: all but the id, role and action. */
  readonly options: readonly NvPair[];
  readonly statement: Statement;
  readonly at: Span;
}

export interface Location extends Thing {
  readonly kind: "location";
  /** `rsc`; absent where a pattern or sets tell. */
  readonly resource?: ResourceRef;
  /** `rsc-pattern`, a regular expression. */
  readonly pattern?: Word;
  readonly sets: readonly ResourceSet[];
  readonly node?: Word;
  readonly score?: Score;
  readonly rules: readonly Rule[];
  /** `resource-discovery`, `lifetime` …: what no other field holds. */
  readonly options: readonly NvPair[];
}

/** `resource` is placed with (or, with a negative score, away from) `with`. */
export interface Colocation extends Thing {
  readonly kind: "colocation";
  readonly resource?: ResourceRef;
  readonly with?: ResourceRef;
  /** In the order of the text: a set's members follow one another, a later set depends on the one before as in the CIB. */
  readonly sets: readonly ResourceSet[];
  readonly score?: Score;
  /** `node-attribute`, `influence` …: what no other field holds. */
  readonly options: readonly NvPair[];
}

/** `first` acts before `then`. */
export interface Order extends Thing {
  readonly kind: "order";
  readonly first?: ResourceRef;
  readonly then?: ResourceRef;
  readonly sets: readonly ResourceSet[];
  /** `Mandatory`, `Optional`, `Serialize`. */
  readonly orderKind?: Word;
  /** The old way: positive is mandatory, 0 optional. */
  readonly score?: Score;
  /** `symmetrical`, `require-all` …: what no other field holds. */
  readonly options: readonly NvPair[];
}

export interface Ticket extends Thing {
  readonly kind: "ticket";
  readonly ticket?: Word;
  readonly resource?: ResourceRef;
  readonly sets: readonly ResourceSet[];
  /** `loss-policy` … */
  readonly options: readonly NvPair[];
}

export type Constraint = Location | Colocation | Order | Ticket;

/** A `rule` of a location or of a set of pairs. */
export interface Rule {
  readonly id?: Word;
  readonly idRef?: Word;
  readonly role?: Word;
  readonly score?: Score;
  /** `score-attribute`: the node attribute that holds the score. */
  readonly scoreAttribute?: Word;
  /** `and` or `or`; absent: and. */
  readonly operator?: Word;
  readonly expressions: readonly Expression[];
  readonly statement: Statement;
  readonly at: Span;
}

export type Expression =
  | {
      readonly kind: "attribute";
      /** `#uname`, `#kind`, or a node attribute's name. */
      readonly attribute: Word;
      /** `eq`, `ne`, `defined` … */
      readonly operation: Word;
      readonly value?: Word;
      readonly at: Span;
    }
  /** A date, the agent or the operation: named by its options alone. */
  | {
      readonly kind: "date" | "resource" | "operation";
      readonly options: readonly NvPair[];
      readonly at: Span;
    }
  | { readonly kind: "rule"; readonly rule: Rule; readonly at: Span };

export interface FencingLevel {
  readonly id?: Word;
  /** The node's name; in its stead a pattern, or a node attribute with its value. Absent in crm: every node. */
  readonly target?: Word;
  readonly pattern?: Word;
  readonly attribute?: { readonly name: Word; readonly value: Word };
  /** From 1; the crm shell counts them itself. */
  readonly index?: Word;
  readonly devices: readonly Word[];
  readonly statement: Statement;
}

export interface Tag extends Thing {
  readonly references: readonly Word[];
}

/** `acl_role`, `acl_target` (crm: `acl_target`, `user`), `acl_group`. */
export interface Acl extends Thing {
  readonly kind: "role" | "target" | "group";
  /** Of a target or group: the roles it has. */
  readonly roles: readonly Word[];
}

export interface Alert extends Thing {
  readonly path?: Word;
  /** Their values: an address, a file. */
  readonly recipients: readonly Word[];
  readonly params: readonly NvSet[];
  readonly meta: readonly NvSet[];
}
