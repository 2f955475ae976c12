package dev.contactsdk.core.spi;

/** The parameter by which a server finds its pages. */
public enum PagingStyle {
  /** Not known yet. */
  UNKNOWN,
  /** The number of rows before the page. */
  OFFSET,
  /** The page's number, from 1. */
  PAGE
}
