export { fractionOf } from './cloudProgress';
export { ProgressBar } from './ProgressBar';
export { RunProgress, runningOf } from './RunProgress';
