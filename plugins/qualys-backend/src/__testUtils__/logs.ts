import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';

/** Collects every log line of a backend, whatever its level. */
export function collectLogs() {
  const lines: { level: string; text: string }[] = [];
  const logger = (fields: object): RootLoggerService => {
    const at = (level: string) => (message: string, meta?: object) => {
      const more = meta instanceof Error ? { stack: meta.stack } : meta;
      lines.push({
        level,
        text: `${message} ${JSON.stringify({ ...fields, ...more })}`,
      });
    };
    return {
      error: at('error'),
      warn: at('warn'),
      info: at('info'),
      debug: at('debug'),
      child: meta => logger({ ...fields, ...meta }),
    };
  };
  return {
    lines,
    factory: createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger({}),
    }),
  };
}
