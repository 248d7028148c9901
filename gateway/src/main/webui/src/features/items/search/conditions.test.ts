import { describe, expect, it } from 'vitest';
import { completeWith, conditionFor, joinConditions, negated, splitConditions, tagInProgress } from './conditions';

describe('splitConditions', () => {
  it.each([
    ['', []],
    ['1girl', ['1girl']],
    ['1girl, -short_hair , width:>=768', ['1girl', '-short_hair', 'width:>=768']],
    ['1girl,, ,smile', ['1girl', 'smile']],
    ['smile | grin, hat', ['smile | grin', 'hat']],
    ['-(a, b), c', ['-(a, b)', 'c']],
    ['"a, b", c', ['"a, b"', 'c']],
    [':(, 1girl', [':(', '1girl']],
    ['rem_(re:zero), solo', ['rem_(re:zero)', 'solo']],
    ['"say \\"hi\\", you", b', ['"say \\"hi\\", you"', 'b']],
    ['5\'10", tall', ['5\'10"', 'tall']],
  ])('%s', (search, conditions) => {
    expect(splitConditions(search)).toEqual(conditions);
  });

  it('is undone by joinConditions', () => {
    const search = '1girl, -(a | b), width:>=768';
    expect(joinConditions(splitConditions(search))).toBe(search);
  });
});

describe('negated', () => {
  it.each([
    ['smile', '-smile'],
    ['-smile', 'smile'],
    ['a | b', '-(a | b)'],
    ['-(a | b)', 'a | b'],
  ])('%s ↔ %s', (condition, turned) => {
    expect(negated(condition)).toBe(turned);
  });
});

describe('completing a tag', () => {
  it.each([
    ['lo', 'lo', 'long_hair'],
    ['-lo', 'lo', '-long_hair'],
    ['smile | lo', 'lo', 'smile | long_hair'],
    ['-(a | lo', 'lo', '-(a | long_hair'],
  ])('in %s', (condition, inProgress, completed) => {
    expect(tagInProgress(condition)).toBe(inProgress);
    expect(completeWith(condition, 'long_hair')).toBe(completed);
  });

  it('expects no tag after a field', () => {
    expect(tagInProgress('width:>=7')).toBe('');
    expect(tagInProgress('re:zero')).toBe('re:zero');
  });
});

describe('conditionFor', () => {
  it.each([
    ['long_hair', 'long_hair'],
    ['rem_(re:zero)', 'rem_(re:zero)'],
    ['a,b', '"a,b"'],
    ['-_-', '"-_-"'],
    ['re:zero', '"re:zero"'],
    ['say_"hi"', '"say_\\"hi\\""'],
  ])('%s → %s', (tag, condition) => {
    expect(conditionFor(tag)).toBe(condition);
  });
});
