package dev.contactsdk.transfer.target;

/**
 * How many rows a target's requests carry. No vendor documents its maximum, so a run starts with
 * the first size, and moves between one row and the largest as the target takes or refuses them.
 *
 * @param firstCreate the rows of the first request that creates
 * @param largestCreate the most rows of a request that creates; 1 for a target without such
 *     requests
 * @param firstUpdate the rows of the first request that changes
 * @param largestUpdate the most rows of a request that changes; 1 for a target without such
 *     requests
 * @param firstPage the rows of the first page of a listing
 * @param largestPage the most rows of a page
 */
public record Sizes(
    int firstCreate,
    int largestCreate,
    int firstUpdate,
    int largestUpdate,
    int firstPage,
    int largestPage) {}
