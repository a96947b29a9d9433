import { isLooser } from '../../../publisher/release-plan/looser-condition';

describe('proven', () => {
  test.each([
    ['the same', 'startswith(var.x, "a")', 'startswith(var.x, "a")'],
    ['a longer list', 'contains(["a", "b"], var.x)', 'contains(["b", "a", "c"], var.x)'],
    ['fewer that are refused', '!contains(["a","b"], key)', '!contains(["a"], key)'],
    [
      'a word more',
      'length(setsubtract(var.x, split(" ", "a b"))) == 0',
      'length(setsubtract(var.x, split(" ", "a b c"))) == 0',
    ],
    ['a larger limit', 'length(var.x) <= 5', 'length(var.x) <= 6'],
    ['a limit above', 'var.x < 5', 'var.x < 7.5'],
    ['a smaller floor', 'length(values(var.x)) >= 2', 'length(values(var.x)) >= 1'],
    ['one of two demands', 'var.x >= 1 && can(regex("a && b", var.x))', 'var.x >= 1'],
    ['one larger of two', 'var.x <= 2 && f(var.y)', 'f(var.y) && var.x <= 3'],
    ['one way more', 'var.x == null', 'var.x == null || var.y'],
    ['brackets', '(length(var.x) <= 5)', 'length(var.x) <= 6'],
    [
      'each of several',
      'alltrue([for item in var.x : (item == null ? false : length(item) <= 3)])',
      'alltrue([for item in var.x : (item == null ? false : length(item) <= 4)])',
    ],
    [
      'what is not null',
      'var.x == null ? true : contains(["a"], var.x)',
      'var.x == null ? true : contains(["a", "b"], var.x)',
    ],
  ])('%s', (_, before, after) => {
    expect(isLooser(before, after)).toBe(true);
  });
});

describe('not proven', () => {
  test.each([
    ['a shorter list', 'contains(["a", "b"], var.x)', 'contains(["a"], var.x)'],
    ['a longer list of something else', 'contains(["a"], var.x)', 'contains(["a", "b"], var.y)'],
    ['more that are refused', '!contains(["a"], key)', '!contains(["a","b"], key)'],
    ['a list that is refused', 'contains(["a"], var.x)', '!contains(["a", "b"], var.x)'],
    ['a reference in the list', 'contains([var.y], var.x)', 'contains([var.y, "a"], var.x)'],
    [
      'a word less',
      'length(setsubtract(var.x, split(" ", "a b"))) == 0',
      'length(setsubtract(var.x, split(" ", "b c"))) == 0',
    ],
    [
      'words of something else',
      'length(setsubtract(var.x, split(" ", "a"))) == 0',
      'length(setsubtract(var.y, split(" ", "a b"))) == 0',
    ],
    ['a smaller limit', 'length(var.x) <= 5', 'length(var.x) <= 4'],
    ['a larger floor', 'var.x >= 1', 'var.x >= 2'],
    ['a limit for a floor', 'var.x >= 1', 'var.x <= 9'],
    ['a negated limit', '!(var.x <= 5)', '!(var.x <= 6)'],
    ['a limit that is compared', 'var.y == var.x <= 5', 'var.y == var.x <= 6'],
    ['a demand more', 'var.x >= 1', 'var.x >= 1 && var.y >= 1'],
    ['a way less', 'var.a || var.b', 'var.a'],
    ['another pattern', 'can(regex("a", var.x))', 'can(regex("[ab]", var.x))'],
    [
      'a filter',
      'alltrue([for i in var.x : i <= 5 if i > 1])',
      'alltrue([for i in var.x : i <= 6 if i > 1])',
    ],
    [
      'another test of null',
      'var.x == null ? true : var.x <= 5',
      'var.x == null ? false : var.x <= 6',
    ],
    ['a test of something else', 'var.x ? true : var.y <= 5', 'var.x ? true : var.y <= 6'],
    [
      'brackets that are not of the form',
      'alltrue([for i in var.x : i <= 5]) == f([1])',
      'alltrue([for i in var.x : i <= 6]) == f([1])',
    ],
    ['a template', 'contains(["${var.y}"], var.x)', 'contains(["${var.y}", "b"], var.x)'],
    ['one of many', 'anytrue([for i in var.x : i <= 5])', 'anytrue([for i in var.x : i <= 4])'],
  ])('%s', (_, before, after) => {
    expect(isLooser(before, after)).toBe(false);
  });
});
