package dev.contactsdk.core.spi;

/**
 * The page to request, given in both ways, because a server uses one of them.
 *
 * @param offset the number of rows before the page
 * @param page the page's number, from 1; 0 when the offset is not on a page boundary
 * @param limit the number of rows to request
 * @param style which of the two the server uses, as far as known
 */
public record PageRequest(long offset, long page, int limit, PagingStyle style) {}
