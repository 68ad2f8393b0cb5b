package io.moorage.identity.operator.smpp;

import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.DeliveryReport.State;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an SMS centre sends us: receipts. Answers by telephone owners are of no interest. */
final class Receipts implements MessageReceiverListener {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    private final Consumer<DeliveryReport> told;

    Receipts(Consumer<DeliveryReport> told) {
        this.told = told;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        if (!MessageType.SMSC_DEL_RECEIPT.containedIn(message.getEsmClass())) return;
        try {
            DeliveryReceipt receipt = message.getShortMessageAsDeliveryReceipt();
            told.accept(new DeliveryReport(receipt.getId(), state(receipt.getFinalStatus())));
        } catch (InvalidDeliveryReceiptException e) {
            LOG.warn("The SMS centre sent a receipt that can't be read");
        } catch (RuntimeException e) {
            LOG.warn("A receipt could not be stored, the centre will send it again", e);
            throw new ProcessRequestException("later", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private static State state(DeliveryReceiptState state) {
        return switch (state) {
            case DELIVRD -> State.DELIVERED;
            case EXPIRED, DELETED, UNDELIV, REJECTD -> State.FAILED;
            default -> State.UNDER_WAY;
        };
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        LOG.debug("The SMS centre alerts");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session session) throws ProcessRequestException {
        throw new ProcessRequestException("not known here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
