package dev.contactsdk.core.spi;

/**
 * Which page to ask for. It is said in both ways, for a server honours one of them.
 *
 * @param offset how many rows lie before the page
 * @param page the page's number, from 1; 0 when the offset is not that of a whole page
 * @param limit how many rows to ask for
 * @param style by which of the two the server has been found to go
 */
public record PageRequest(long offset, long page, int limit, PagingStyle style) {}
