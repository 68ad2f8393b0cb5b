/** The smallest service there can be, on the same platform as the real ones: what is measured is the platform. */
@NullMarked
package io.moorage.bench.service;

import org.jspecify.annotations.NullMarked;
