/**
 * What of a style makes a difference where nothing is laid out: whether
 * something can be seen, read or clicked. It is all that tests ask for.
 */
const NOTICED = ['display', 'visibility', 'opacity', 'pointer-events'];

function isNoticed(rule: CSSRule): boolean {
  const { style } = rule as Partial<CSSStyleRule>;
  return !style || NOTICED.some(name => style.getPropertyValue(name) !== '');
}

function thin(sheet: CSSStyleSheet): void {
  for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
    if (!isNoticed(sheet.cssRules[index])) sheet.deleteRule(index);
  }
}

/**
 * Takes the rules of styles away of which no test can notice anything. jsdom
 * holds each element against each rule whenever its style is asked for, which is
 * done for each part of each name that something is found by: with all rules, that
 * is more than half of the time that tests of large pages take.
 */
export function thinOutStyles(): void {
  const { getComputedStyle } = window;
  const thinned = new WeakSet<CSSStyleSheet>();
  let hasNew = true;
  const observer = new MutationObserver(() => {
    hasNew = true;
  });
  observer.observe(document.head, { childList: true, subtree: true });
  window.getComputedStyle = (...args) => {
    // Those that it has not been told of yet count, too.
    if (observer.takeRecords().length > 0 || hasNew) {
      hasNew = false;
      for (const sheet of document.styleSheets) {
        if (!thinned.has(sheet)) thin(sheet);
        thinned.add(sheet);
      }
    }
    return getComputedStyle(...args);
  };
}
