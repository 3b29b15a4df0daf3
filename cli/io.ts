/** What halint is given by the process it runs in; tests give their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The finding's output goes to a terminal. */
  readonly isTerminal: boolean;
  /** Width of the terminal in columns, where known. */
  readonly columns?: number;
  /** All of standard input; absent: there is none. */
  readonly input?: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
