package dev.contactsdk.core.spi;

/** By which parameter a server finds its pages. */
public enum PagingStyle {
  /** Not known yet: the server has shown neither. */
  UNKNOWN,
  /** By the number of rows before the page. */
  OFFSET,
  /** By the page's number, from 1. */
  PAGE
}
