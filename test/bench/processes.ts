/* Programs in processes of their own, so that none pays for what another one did. */
import { fork } from 'node:child_process';

const PROGRAM = require.resolve('./program');

/** What a program says once: its result, or why there is none. */
export type ProgramAnswer = { result: unknown } | { error: string };

function isAnswer(message: object): message is ProgramAnswer {
  return 'result' in message || 'error' in message;
}

/** A program that has given its result and may still be of use. */
export interface RunningProgram<Output> {
  result: Output;
  stop(): Promise<void>;
}

/**
 * Runs a program until it gives its result.
 *
 * @param file - a module that exports `run(input)`
 * @param input - what `run` is given; it and the result are sent as JSON
 * @throws Error with the stack of the program where it fails or ends early
 */
export async function startProgram<Input, Output>(
  file: string,
  input: Input,
): Promise<RunningProgram<Output>> {
  const child = fork(PROGRAM, [file], {
    execArgv: process.execArgv,
    // The figures alone belong on the standard output.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  const gone = new Promise<void>(resolve =>
    child.once('exit', () => resolve()),
  );
  const answer = await new Promise<ProgramAnswer>((resolve, reject) => {
    // Whatever compiles the program's modules says things, too.
    child.on('message', (message: object) => {
      if (isAnswer(message)) resolve(message);
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${file} ended with ${code}`)));
    child.send({ input });
  });
  const stop = async () => {
    // It ends when nobody listens any more.
    if (child.connected) child.disconnect();
    await gone;
  };
  if ('error' in answer) {
    await stop();
    throw new Error(answer.error);
  }
  return { result: answer.result as Output, stop };
}

/** Runs a program, ends it, and gives its result. */
export async function inOwnProcess<Input, Output>(
  file: string,
  input: Input,
): Promise<Output> {
  const { result, stop } = await startProgram<Input, Output>(file, input);
  await stop();
  return result;
}
