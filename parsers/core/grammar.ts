import { CstParser } from "chevrotain";

/** What Chevrotain's parser does while it records a grammar, which its types do not show. */
interface Recording {
  enableRecording(): void;
  RECORDING_PHASE: boolean;
}

const recording = CstParser.prototype as unknown as Recording;

/**
 * The base of every grammar. Chevrotain puts 83 recording methods on the parser and deletes them when the grammar is
 * known, after which V8 looks up everything the parser has in a dictionary, while it is made and while it parses.
 * Here they lie on a prototype of their own, which is there only as long as the recording lasts.
 */
export abstract class Grammar extends CstParser {
  enableRecording(): void {
    const recorder = Object.create(Object.getPrototypeOf(this));
    recording.enableRecording.call(recorder);
    Object.setPrototypeOf(this, recorder);
    (this as unknown as Recording).RECORDING_PHASE = true;
  }

  disableRecording(): void {
    Object.setPrototypeOf(this, Object.getPrototypeOf(Object.getPrototypeOf(this)));
    (this as unknown as Recording).RECORDING_PHASE = false;
  }
}
