package vn.chieng.law.pack;

/** A text in both languages; the Vietnamese one is the source. */
public record Words(String vi, String en) {}
