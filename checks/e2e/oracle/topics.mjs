import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { KAFKA } from '../lib/stack.mjs';

const LIMIT_MS = 120_000;

/** What a topic's partitions hold: partition to the offset after its last record. */
async function ends(admin, topic) {
  const offsets = await admin.fetchTopicOffsets(topic);
  return new Map(offsets.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]));
}

/** The records up to where the topic ends now; those of transactions that did not come about are left out. */
async function consume(kafka, topic, groupId, end) {
  const consumer = kafka.consumer({ groupId, readUncommitted: false, allowAutoTopicCreation: false });
  const records = [];
  const missing = new Map(end);
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`${topic} was not read to its end in time`)), LIMIT_MS);
      const finish = (settle) => (value) => {
        clearTimeout(limit);
        settle(value);
      };
      // Also tells of batches that hold nothing but marks of transactions.
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
        if (BigInt(lastOffset) + 1n >= missing.get(partition)) missing.delete(partition);
        if (missing.size === 0) finish(resolve)();
      });
      consumer.on(consumer.events.CRASH, ({ payload }) => finish(reject)(payload.error));
      const eachMessage = async ({ partition, message }) => records.push({ partition, ...message });
      consumer.run({ eachMessage }).catch(finish(reject));
    });
  } finally {
    await consumer.disconnect();
  }
  return records;
}

function event({ partition, offset, key, value, headers }) {
  const attributes = Object.entries(headers).map(([name, bytes]) => [name, bytes.toString()]);
  return { partition, offset: BigInt(offset), key: key?.toString(), text: value.toString(), headers: Object.fromEntries(attributes) };
}

/** Every committed record of a topic, in order within each partition. */
export async function committed(topic) {
  const kafka = new Kafka({ brokers: [KAFKA], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  const groupId = `oracle-${randomUUID()}`;
  await admin.connect();
  try {
    const end = await ends(admin, topic);
    if (end.size === 0) return [];
    const records = await consume(kafka, topic, groupId, end);
    await admin.deleteGroups([groupId]);
    return records.map(event);
  } finally {
    await admin.disconnect();
  }
}

/** The committed public events of one type of a service, such as billing's `TopUpCompleted`, with what they say. */
export async function published(type, service = 'billing') {
  const records = await committed(`moorage.${service}`);
  return records
    .filter(({ headers }) => headers.ce_type === `io.moorage.${service}.${type}.v1`)
    .map((record) => ({ ...record, data: JSON.parse(record.text) }));
}
