/** Lists of vendor modules. Applications do not need it. */
@NullMarked
package dev.contactsdk.core.spi.list;

import org.jspecify.annotations.NullMarked;
