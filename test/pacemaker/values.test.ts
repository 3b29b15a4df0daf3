import { describe, expect, test } from "vitest";
import { patternFault } from "../../parsers/pacemaker/pattern.ts";
import { booleanOf, isDate, scoreOf, secondsOf } from "../../parsers/pacemaker/values.ts";

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

  test.each([
    ...["2023-12-01", "2024-02-29", "2023-12-01 10:00:00 +02:00", "2023-12-01T24:00", "20231201", "2023-365"],
    ...["2023-W01-1", "2023-12", "T10:00", "12:00", "epoch", "2023-02-00"],
  ])("date %s", (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    ...["2023-13-01", "2023-00-01", "2023-02-29", "2023-12-01T25:00:00", "2023-12-01 12:60"],
    ...["tomorrow", "now", "", "2023", "01.02.2023", "2023/12/01"],
  ])("no date %s", (text) => {
    expect(isDate(text)).toBe(false);
  });

  test.each([
    "a.*",
    "a)",
    "a]",
    "a**",
    "()",
    "a|",
    "a+?",
    "a{1}",
    "a{1,}",
    "a{,2}",
    "[]a]",
    "[^]a]",
    "[[:alpha:]]",
    "\\*a",
    "a\\(",
  ])("pattern %s", (text) => {
    expect(patternFault(text)).toBeUndefined();
  });

  test.each([
    ["a(", "a ( is not closed"],
    ["((a)", "a ( is not closed"],
    ["([)]", "a ( is not closed"],
    ["[a", "a [ is not closed"],
    ["a\\", "nothing follows the \\"],
    ["*a", "nothing stands before the *"],
    ["a|*b", "nothing stands before the *"],
    ["(?=a)", "nothing stands before the ?"],
    ["a{x}", "a { is no number of times"],
    ["a{2", "a { is no number of times"],
  ])("no pattern %s", (text, fault) => {
    expect(patternFault(text)).toBe(fault);
  });
});
