/* The other side of processes.ts: runs the module that the command line names. */
import type { ProgramAnswer } from './processes';

const [, , file] = process.argv;

process.once('message', async ({ input }: { input: unknown }) => {
  let answer: ProgramAnswer;
  try {
    answer = { result: await require(file).run(input) };
  } catch (error) {
    answer = { error: (error as Error).stack ?? String(error) };
  }
  process.send!(answer);
});
process.once('disconnect', () => process.exit(0));
