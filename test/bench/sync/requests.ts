/**
 * Watches the requests that something makes with `fetch`.
 *
 * @param part - what stands in the address of those that count
 * @returns what makes the same requests again and reads the answers to their end
 * @throws Error where there are none
 */
export async function requestsDuring(
  part: string,
  action: () => Promise<void>,
): Promise<() => Promise<void>> {
  const real = globalThis.fetch;
  const requests: { url: string; init: RequestInit }[] = [];
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes(part)) {
      // Its deadline is not that of those to come.
      requests.push({ url, init: { ...init, signal: undefined } });
    }
    return real(input, init);
  };
  try {
    await action();
  } finally {
    globalThis.fetch = real;
  }
  if (requests.length === 0) throw new Error(`Nothing asked for ${part}`);
  return async () => {
    for (const { url, init } of requests) {
      const response = await real(url, init);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${url} gave ${response.status}`);
    }
  };
}
