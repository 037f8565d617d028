import { enableCompileCache } from 'node:module';

enableCompileCache(); // a second start need not compile what the first one has

const [{ runCommandLine }, { processIo, stopAtClosedPipe }] = await Promise.all([
  import('./cli/run.ts'),
  import('./cli/io.ts'),
]);
stopAtClosedPipe();
process.exitCode = await runCommandLine(process.argv.slice(2), processIo);
