import type { ExtensionPointFactoryMiddleware } from '@backstage/backend-app-api';
import type { CatalogDatabase } from './catalogDatabase';
import { aroundMutations } from './mutations';

/** What it took to hand entities to the catalog. Times are milliseconds from just before the first of it. */
export interface HandedOver {
  /** Until the mutation had returned. */
  returned: number;
  /** Inside the mutation, that is, the catalog's own part of that. */
  mutation: number;
  /** Processor time of the process, with all its threads, until the mutation had returned. */
  cpu: number;
  /** Processor time of the process inside the mutation. */
  mutationCpu: number;
  /** The most memory that the process had until then, in megabytes. */
  peak: number;
  /** Until all entities were visible, where that was waited for. */
  visible?: number;
}

interface Returned {
  at: number;
  took: number;
  /** Of the process, since it began. */
  cpu: number;
  cpuTook: number;
  peak: number;
}

// The processor time of this process so far, in milliseconds.
function cpuSoFar(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Measures how entities get into the catalog. */
export function measureHandOver(): {
  extensionPoint: ExtensionPointFactoryMiddleware;
  measure(options: {
    /** Hands the entities over, and ends when the mutation has returned. */
    handOver(): Promise<void>;
    /** How many entities are waited for, and where. */
    until?: { visible: number; catalog: CatalogDatabase };
  }): Promise<HandedOver>;
} {
  let returned: Returned[] = [];

  return {
    extensionPoint: aroundMutations(async (mutation, apply) => {
      const began = performance.now();
      const cpuBefore = cpuSoFar();
      await apply(mutation);
      const at = performance.now();
      const cpu = cpuSoFar();
      returned.push({
        at,
        took: at - began,
        cpu,
        cpuTook: cpu - cpuBefore,
        // Node gives it in units of 1,024 bytes.
        peak: (process.resourceUsage().maxRSS * 1024) / 1e6,
      });
    }),
    async measure({ handOver, until }) {
      global.gc!();
      returned = [];
      const cpuBefore = cpuSoFar();
      const began = performance.now();
      await handOver();
      const last = returned.at(-1);
      if (!last) throw new Error('Nothing was handed to the catalog');
      if (until) await until.catalog.untilVisible(until.visible);
      const end = performance.now();
      return {
        returned: last.at - began,
        mutation: returned.reduce((sum, { took }) => sum + took, 0),
        cpu: last.cpu - cpuBefore,
        mutationCpu: returned.reduce((sum, { cpuTook }) => sum + cpuTook, 0),
        peak: last.peak,
        ...(until && { visible: end - began }),
      };
    },
  };
}
