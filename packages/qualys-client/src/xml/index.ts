export { xmlFormat } from './format';
export { parseXml } from './parse';
export { writeXml } from './write';
