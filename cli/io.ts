/** What halint is given by the process it runs in; tests give their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The finding's output goes to a terminal. */
  readonly isTerminal: boolean;
  /** So does what is told beside it: progress can be shown. */
  readonly isErrTerminal?: boolean;
  /** Width of the terminal in columns, where known. */
  readonly columns?: number;
  /** All of standard input; absent: there is none. */
  readonly input?: () => Promise<Uint8Array>;
  /** Calls back once when the user ends the run (Ctrl-C). */
  readonly interrupted?: (then: () => void) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
