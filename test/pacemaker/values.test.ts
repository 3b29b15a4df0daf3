import { describe, expect, test } from "vitest";
import { booleanOf, scoreOf, secondsOf } from "../../parsers/pacemaker/values.ts";

describe("what Pacemaker reads in a word", () => {
  test.each([
    ["true", true],
    ["YES", true],
    ["1", true],
    ["off", false],
    ["N", false],
    ["t", undefined],
    ["", undefined],
  ])("boolean %s", (text, value) => {
    expect(booleanOf(text)).toBe(value);
  });

  test.each([
    ["20", 20],
    ["20s", 20],
    [" 20 sec", 20],
    ["5min", 300],
    ["5M", 300],
    ["1h", 3600],
    ["100ms", 0.1],
    ["PT1M", 60],
    ["P1DT1H", 90_000],
    ["P10S", 10],
    ["1d", undefined],
    ["-1", undefined],
    ["1e3", undefined],
    ["abc", undefined],
    ["", undefined],
  ])("time %s", (text, value) => {
    expect(secondsOf(text)).toBe(value);
  });

  test.each([
    ["INFINITY", 1_000_000],
    ["-INFINITY", -1_000_000],
    ["+5", 5],
    ["-2000000", -1_000_000],
    ["inf", undefined],
    ["5s", undefined],
  ])("score %s", (text, value) => {
    expect(scoreOf(text)).toBe(value);
  });
});
